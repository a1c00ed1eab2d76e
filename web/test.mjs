// Runs the tests of the page's pure logic: each test/*_test.ts is bundled, since Node 18 reads no TypeScript, and given to
// Node's own runner.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = await mkdtemp(join(tmpdir(), 'canaryd-page-'));
try {
  const tests = (await readdir('test')).filter((name) => name.endsWith('_test.ts'));
  await build({
    entryPoints: tests.map((name) => `test/${name}`),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node18',
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    preserveSymlinks: true,
    sourcemap: 'inline',
  });
  const files = tests.map((name) => join(folder, name.replace(/\.ts$/, '.mjs')));
  const { status } = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...files], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
