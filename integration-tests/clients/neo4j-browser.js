// SPDX-FileCopyrightText: The PandaGraph Authors
// SPDX-License-Identifier: GPL-3.0-only
'use strict';

// Neo4j Browser in headless Chromium, used as a person would.

const { chromium } = require('playwright-core');

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const PATIENCE = 60_000;

/** Gives a page of a new Chromium to some work, and closes it. */
async function launched(program, work) {
  const browser = await chromium.launch({ executablePath: program, args: FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(PATIENCE);
    await work(page);
  } finally {
    await browser.close();
  }
}

async function signIn(page, bolt, user, password) {
  const address = page.locator('input[data-testid="boltaddress"]');
  await address.waitFor();
  await address.fill(bolt.replace(/^bolt:\/\//, ''));
  await page.locator('select').first().selectOption('bolt://');
  await page.locator('input[data-testid="username"]').fill(user);
  await page.locator('input[data-testid="password"]').fill(password);
  await page.locator('button[data-testid="connect"]').click();
  await page.locator('[data-testid="frame"]').first().waitFor();
  await page.locator('text=You are connected').first().waitFor();
}

/** Types into the editor and presses the key that runs it; the newest frame is the first. */
async function run(page, text) {
  const frames = page.locator('[data-testid="frame"]');
  await page.locator('[data-testid="activeEditor"]').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(text);
  await page.locator('[data-testid="editor-Run"]').click();
  await frames.first().locator('[data-testid="frameCommand"]', { hasText: text.slice(0, 20) }).waitFor();
}

async function table(page) {
  const frame = page.locator('[data-testid="frame"]').first();
  await frame.locator('[data-testid="cypherFrameSidebarTable"]').click();
  await frame.locator('table tbody tr').first().waitFor();
  return frame.locator('table tbody tr').evaluateAll((rows) =>
    // The first cell is the row's number.
    rows.map((row) => [...row.querySelectorAll('td')].slice(1).map((cell) => cell.innerText)));
}

module.exports = { launched, signIn, run, table };
