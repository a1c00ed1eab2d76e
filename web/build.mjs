// Bundles and compresses the page: node build.mjs [FOLDER]
//
// FOLDER gets index.html.gz, app.js.gz, app.css.gz, the same three of GraphiQL, and the icons. The names are fixed, since the build that embeds them
// lists them beforehand; what makes an answer cacheable for ever is the content's hash in the query of each link.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
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
  outdir: folder,
  format: 'esm',
  target: ['es2020', 'chrome100', 'firefox100', 'safari15.4'],
  preserveSymlinks: true,
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
};
const bundles = {
  app: { ...options, entryPoints: ['src/app.tsx'], jsx: 'automatic', jsxImportSource: 'preact' },
  graphiql: {
    ...options,
    entryPoints: ['src/graphiql/main.ts'],
    alias: { 'react-remove-scroll': './src/graphiql/no_scroll_lock.ts' },
    plugins: [without_fonts],
  },
};

const files = new Map();
for (const [name, how] of Object.entries(bundles)) {
  for (const file of (await build(how)).outputFiles) {
    files.set(name + (file.path.endsWith('.css') ? '.css' : '.js'), Buffer.from(file.contents));
  }
}
for (const icon of await readdir('icons')) {
  files.set(icon, await readFile(`icons/${icon}`));
}

const hash = (content) => createHash('sha256').update(content).digest('hex').slice(0, 12);
for (const [page, path] of [['index.html', 'src/index.html'], ['graphiql.html', 'src/graphiql/index.html']]) {
  let text = await readFile(path, 'utf8');
  for (const [name, content] of files) {
    text = text.replaceAll(`/assets/${name}"`, `/assets/${name}?v=${hash(content)}"`);
  }
  files.set(page, Buffer.from(text));
}

await mkdir(folder, { recursive: true });
let total = 0;
for (const [name, content] of files) {
  const compressed = gzipSync(content, { level: 9 });
  total += compressed.length;
  await writeFile(`${folder}/${name}.gz`, compressed);
  console.log(`${name.padEnd(20)} ${String(content.length).padStart(8)} bytes, compressed ${compressed.length}`);
}
console.log(`${'in all'.padEnd(20)} ${''.padStart(8)}        compressed ${total}`);
