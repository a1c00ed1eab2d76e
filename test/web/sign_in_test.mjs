// The form that stands before the page where a daemon has tokens.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessibility, open } from './browser.mjs';
import { configuration, folder, make_token, start } from '../e2e/daemon.mjs';
import { one_browser, skip } from './told.mjs';

const browser = one_browser();

test('who has no token signs in and out by the form, by keyboard', { skip }, async (t) => {
  const { token, line } = await make_token('wall', 'read');
  const daemon = await start(t, folder(t, { 'config.js': configuration({ login: { source: '' } }), tokens: line }), {
    flags: ['--web.auth-file=tokens'] });
  const { page, close } = await open(browser(), daemon.url);
  await page.getByRole('heading', { name: 'Sign in to canaryd' }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'token');
  assert.deepEqual(await accessibility(page), []);
  await page.keyboard.type('canary_wrong');
  await page.keyboard.press('Enter');
  await page.getByText('Not signed in: there is no such token.').waitFor();
  await page.getByLabel('Token').fill(token);
  await page.keyboard.press('Enter');
  await page.locator('.test-row[data-test="login"]').waitFor();
  await page.getByText('Signed in as wall, who may look.').waitFor();
  assert.equal(await page.evaluate(() => document.cookie), '');
  // Nothing was lost, and so nothing is back.
  const is_live = page.getByText('Live', { exact: true });
  await is_live.waitFor();
  assert.equal(await page.locator('.banner-back').count(), 0);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in to canaryd' }).waitFor();
  assert.equal(await page.locator('.test-row').count(), 0);
  await page.getByLabel('Token').fill(token);
  await page.keyboard.press('Enter');
  await is_live.waitFor();
  assert.equal(await page.locator('.banner-back').count(), 0);
  await close();
});
