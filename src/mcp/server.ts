/** The server for agents, on the official SDK of the Model Context Protocol. */
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { checkFormula } from './prompt.ts';
import { BadArgument, runTool, tools } from './tools.ts';
import type { McpWork } from './work.ts';

const instructions =
  'Before you rely on a formula about matrices, gradients or neural networks, state it as a ' +
  'claim and call try. Read elenchus://language for the notation. Only `proved` means true.';

const resources = [
  {
    uri: 'elenchus://language',
    name: 'language',
    title: 'The claim language',
    mimeType: 'text/markdown',
  },
  {
    uri: 'elenchus://definedness',
    name: 'definedness',
    title: 'When a claim is defined',
    mimeType: 'text/markdown',
  },
] as const;

/** Serves until the other side goes away. */
export async function serveAgents(work: McpWork, transport: Transport): Promise<void> {
  const server = new Server(
    { name: 'elenchus', version: work.version },
    { capabilities: { tools: {}, resources: {}, prompts: {} }, instructions },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map(({ name, title, description, properties, required, output }) => ({
      name,
      title,
      description,
      inputSchema: { type: 'object' as const, properties, required: [...required] },
      outputSchema: { type: 'object' as const, ...output },
      annotations: { readOnlyHint: true, openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const tool = tools.find(({ name }) => name === params.name);
    if (tool === undefined)
      throw new McpError(
        ErrorCode.InvalidParams,
        `there is no tool '${params.name}': there are ${tools.map(({ name }) => name).join(', ')}`,
      );
    try {
      const found = await runTool(tool, params.arguments ?? {}, work);
      return {
        content: [{ type: 'text' as const, text: JSON.stringify(found) }],
        structuredContent: found,
      };
    } catch (error) {
      if (!(error instanceof BadArgument)) throw error;
      return { content: [{ type: 'text' as const, text: error.message }], isError: true };
    }
  });
  server.setRequestHandler(ListResourcesRequestSchema, () => ({ resources: [...resources] }));
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params: { uri } }) => {
    const resource = resources.find((one) => one.uri === uri);
    if (resource === undefined)
      throw new McpError(ErrorCode.InvalidParams, `there is no resource ${uri}`);
    const { name, mimeType } = resource;
    return { contents: [{ uri, mimeType, text: await work.page(name) }] };
  });
  server.setRequestHandler(ListPromptsRequestSchema, () => ({ prompts: [checkFormula.described] }));
  server.setRequestHandler(GetPromptRequestSchema, ({ params }) => {
    if (params.name !== checkFormula.described.name)
      throw new McpError(ErrorCode.InvalidParams, `there is no prompt '${params.name}'`);
    const formula = params.arguments?.['formula'] ?? '';
    if (formula.trim() === '')
      throw new McpError(ErrorCode.InvalidParams, "the prompt needs the argument 'formula'");
    return checkFormula.messages(formula);
  });
  const closed = new Promise<void>((resolve) => {
    // the SDK knows no listeners
    Object.assign(server, { onclose: resolve });
  });
  await server.connect(transport);
  await closed;
}
