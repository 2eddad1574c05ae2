/** The checksum of ZIP (CRC-32, polynomial 0xEDB88320): Node has its own only from version 22 on. */
'use strict';

function crc32(data) {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

module.exports = { crc32 };
