// Makes docs/reference.md of scripts/types/canary.d.ts:
//
//     TYPESCRIPT=build/release/web/node_modules/typescript node test/types/reference.mjs > docs/reference.md
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { ts, typesFolder } from './checker.mjs';

const head = `# Every name and its type

Made of \`scripts/types/canary.d.ts\` by \`test/types/reference.mjs\`: change it there. What the types cannot say is in the
[script reference](script-reference.md).
`;

const docOf = (node) => node.jsDoc?.at(-1);
const textOf = (comment) => (ts.getTextOfJSDocComment(comment) ?? '').trim();
const oneLine = (text) => text.replace(/\s+/g, ' ').trim();
const cell = (text) => oneLine(text).replaceAll('|', '\\|');

/** What a comment says, with its tags. */
function explanation(node) {
  const doc = docOf(node);
  if (!doc) return [];
  const parts = [textOf(doc.comment)];
  for (const tag of doc.tags ?? []) {
    const said = textOf(tag.comment);
    if (tag.tagName.text === 'param') parts.push(`\`${tag.name.getText()}\`: ${said}`);
    if (tag.tagName.text === 'returns') parts.push(`Gives ${said}`);
    if (tag.tagName.text === 'example') parts.push(`\`\`\`js\n${said}\n\`\`\``);
  }
  return parts.filter(Boolean);
}

const isCall = (member) => ts.isMethodSignature(member) || ts.isCallSignatureDeclaration(member) || ts.isConstructSignatureDeclaration(member);
const signature = (node) => oneLine(node.getText()).replace(/^declare /, '').replace(/;$/, '').replace('( ', '(').replace('= | ', '= ');

/** Calls of one name together, in the order in which they stand. */
function calls(members) {
  const byName = new Map();
  for (const each of members) {
    const name = each.name?.getText() ?? ''; // what can be called itself has none
    byName.set(name, [...(byName.get(name) ?? []), each]);
  }
  return [...byName.values()].map((same) => [`\`\`\`text\n${same.map(signature).join('\n')}\n\`\`\``, ...same.flatMap(explanation)].join('\n\n'));
}

function fields(members) {
  if (members.length === 0) return [];
  const rows = members.map((m) => {
    const name = ts.isIndexSignatureDeclaration(m) ? `[${m.parameters[0].name.getText()}]` : m.name.getText() + (m.questionToken ? '?' : '');
    return `| \`${name}\` | \`${cell(m.type.getText())}\` | ${cell(explanation(m).filter((part) => !part.startsWith('```')).join(' '))} |`;
  });
  return [['| name | type | |', '|---|---|---|', ...rows].join('\n')];
}

function entry(node) {
  if (ts.isInterfaceDeclaration(node)) {
    const properties = node.members.filter((m) => !isCall(m));
    const examples = properties.flatMap((m) => explanation(m).filter((part) => part.startsWith('```')));
    return [`### ${node.name.text}`, ...explanation(node),
      ...(node.heritageClauses ?? []).map((clause) => `Has what \`${oneLine(clause.getText()).replace('extends ', '')}\` has, too.`),
      ...fields(properties), ...examples, ...calls(node.members.filter(isCall))];
  }
  if (ts.isTypeAliasDeclaration(node)) return [`### ${node.name.text}`, `\`\`\`text\n${signature(node)}\n\`\`\``, ...explanation(node)];
  if (ts.isVariableStatement(node)) {
    const [{ name, type }] = node.declarationList.declarations;
    return [`### ${name.getText()}: ${type.getText()}`, ...explanation(node)];
  }
  return [`### ${node.name.text}()`, ...calls([node])];
}

export function reference() {
  const file = path.join(typesFolder, 'canary.d.ts');
  const text = fs.readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES5, true);
  const parts = [head.trim()];
  for (const statement of source.statements) {
    const section = /^\/\/ ---- (.*) ----$/m.exec(statement.getFullText());
    if (section) parts.push(`## ${section[1]}`);
    parts.push(...entry(statement));
  }
  return `${parts.join('\n\n')}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.stdout.write(reference());
