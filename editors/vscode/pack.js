/** Packs the extension without network: `node editors/vscode/pack.js [elenchus.vsix]`; a VSIX is a ZIP with a manifest. */
'use strict';
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { crc32 } = require('./crc32.js');

const { name, displayName, description, version, publisher, engines } = require('./package.json');
const grammars = ['elenchus.tmLanguage.json', 'elenchus.markdown.tmLanguage.json'];

const manifest = `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="${name}" Version="${version}" Publisher="${publisher}"/>
    <DisplayName>${displayName}</DisplayName>
    <Description xml:space="preserve">${description}</Description>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${engines.vscode}"/>
    </Properties>
  </Metadata>
  <Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
  </Assets>
</PackageManifest>
`;
const types = `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension=".json" ContentType="application/json"/><Default Extension=".js" ContentType="application/javascript"/><Default Extension=".vsixmanifest" ContentType="text/xml"/></Types>
`;
const files = [
  ['extension.vsixmanifest', Buffer.from(manifest)],
  ['[Content_Types].xml', Buffer.from(types)],
  ...['package.json', 'extension.js', 'client.js', 'language.json'].map((file) => [
    `extension/${file}`,
    readFileSync(join(__dirname, file)),
  ]),
  ...grammars.map((file) => [
    `extension/syntaxes/${file}`,
    readFileSync(join(__dirname, '../../syntaxes', file)),
  ]),
];

/** Numbers of two and four bytes, as ZIP has them. */
const numbers = (...fields) =>
  Buffer.concat(
    fields.map(([value, size]) => {
      const bytes = Buffer.alloc(size);
      bytes.writeUIntLE(value, 0, size);
      return bytes;
    }),
  );

/** A ZIP of files that are stored as they are, all of the first day that ZIP knows. */
function zip(entries) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [path, data] of entries) {
    const title = Buffer.from(path);
    const sizes = [[crc32(data), 4], [data.length, 4], [data.length, 4], [title.length, 2], [0, 2]];
    const common = numbers([20, 2], [0x800, 2], [0, 2], [0, 2], [0x21, 2], ...sizes);
    parts.push(numbers([0x04034b50, 4]), common, title, data);
    const place = numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
    directory.push(numbers([0x02014b50, 4], [20, 2]), common, place, title);
    offset += 4 + common.length + title.length + data.length;
  }
  const index = Buffer.concat(directory);
  const count = entries.length;
  const end = numbers([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [index.length, 4], [offset, 4], [0, 2]);
  return Buffer.concat([...parts, index, end]);
}

const target = process.argv[2] ?? `${name}-${version}.vsix`;
writeFileSync(target, zip(files));
console.log(target);
