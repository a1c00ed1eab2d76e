// Bundles and compresses the page: node build.mjs [FOLDER]
//
// FOLDER gets index.html.gz, graphiql.html.gz, the icons, and the scripts and styles, whose names hold their content's hash
// ('app-AB12CD34.js.gz'), so that they can be kept for ever. What the page needs at once is app and what it names; the other
// scripts come when they are wanted.
import { build } from 'esbuild';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';

const folder = process.argv[2] ?? '.';

// GraphiQL brings its fonts with it, as large as all the rest: the system's do as well.
const without_fonts = {
  name: 'without fonts',
  setup: ({ onLoad }) =>
    onLoad({ filter: /node_modules.*\.css$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(/@font-face\s*\{[^}]*\}/g, ''),
      loader: 'css',
    })),
};

const options = {
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  outdir: folder,
  format: 'esm',
  target: ['es2020', 'chrome100', 'firefox100', 'safari15.4'],
  preserveSymlinks: true,
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
};
const bundles = {
  app: { ...options, entryPoints: { app: 'src/app.tsx' }, splitting: true, jsx: 'automatic', jsxImportSource: 'preact' },
  graphiql: {
    ...options,
    entryPoints: { graphiql: 'src/graphiql/main.ts' },
    alias: { 'react-remove-scroll': './src/graphiql/no_scroll_lock.ts' },
    plugins: [without_fonts],
  },
};

const files = new Map();
// What a page's own text calls 'app.js', by the name that it has.
const named = new Map();
// The scripts without which an entry does not run: the browser fetches them beside it.
const needed = new Map();
for (const [name, how] of Object.entries(bundles)) {
  const { outputFiles, metafile } = await build(how);
  for (const file of outputFiles) files.set(basename(file.path), Buffer.from(file.contents));
  for (const [path, output] of Object.entries(metafile.outputs)) {
    if (!output.entryPoint || !basename(path).startsWith(`${name}-`)) continue;
    named.set(`${name}.js`, basename(path));
    if (output.cssBundle) named.set(`${name}.css`, basename(output.cssBundle));
    needed.set(
      `${name}.js`,
      output.imports.filter(({ kind }) => kind === 'import-statement').map((each) => basename(each.path)),
    );
  }
}
for (const icon of await readdir('icons')) {
  files.set(icon, await readFile(`icons/${icon}`));
}

for (const [page, path] of [['index.html', 'src/index.html'], ['graphiql.html', 'src/graphiql/index.html']]) {
  let text = await readFile(path, 'utf8');
  for (const [name, file] of named) {
    const links = (needed.get(name) ?? []).map((each) => `    <link rel="modulepreload" href="/assets/${each}">\n`);
    text = text
      .replace(new RegExp(`^(?=.*/assets/${name}")`, 'm'), links.join(''))
      .replaceAll(`/assets/${name}"`, `/assets/${file}"`);
  }
  files.set(page, Buffer.from(text));
}

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
let total = 0;
for (const [name, content] of files) {
  const compressed = gzipSync(content, { level: 9 });
  total += compressed.length;
  await writeFile(`${folder}/${name}.gz`, compressed);
  console.log(`${name.padEnd(24)} ${String(content.length).padStart(8)} bytes, compressed ${compressed.length}`);
}
console.log(`${'in all'.padEnd(24)} ${''.padStart(8)}        compressed ${total}`);
