// Bundles and compresses the page: node build.mjs [FOLDER]
//
// FOLDER gets index.html.gz, app.js.gz, app.css.gz and the icons. The names are fixed, since the build that embeds them
// lists them beforehand; what makes an answer cacheable for ever is the content's hash in the query of each link.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const folder = process.argv[2] ?? '.';

const bundle = await build({
  entryPoints: ['src/app.tsx'],
  bundle: true,
  minify: true,
  write: false,
  outdir: folder,
  format: 'esm',
  target: ['es2020', 'chrome100', 'firefox100', 'safari15.4'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  preserveSymlinks: true,
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
});

const files = new Map();
for (const file of bundle.outputFiles) {
  files.set(file.path.endsWith('.css') ? 'app.css' : 'app.js', Buffer.from(file.contents));
}
for (const icon of await readdir('icons')) {
  files.set(icon, await readFile(`icons/${icon}`));
}

const hash = (content) => createHash('sha256').update(content).digest('hex').slice(0, 12);
let page = await readFile('src/index.html', 'utf8');
for (const [name, content] of files) {
  page = page.replaceAll(`/assets/${name}"`, `/assets/${name}?v=${hash(content)}"`);
}
files.set('index.html', Buffer.from(page));

await mkdir(folder, { recursive: true });
let total = 0;
for (const [name, content] of files) {
  const compressed = gzipSync(content, { level: 9 });
  total += compressed.length;
  await writeFile(`${folder}/${name}.gz`, compressed);
  console.log(`${name.padEnd(20)} ${String(content.length).padStart(8)} bytes, compressed ${compressed.length}`);
}
console.log(`${'in all'.padEnd(20)} ${''.padStart(8)}        compressed ${total}`);
