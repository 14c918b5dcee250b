// SPDX-FileCopyrightText: The PandaGraph Authors
// SPDX-License-Identifier: GPL-3.0-only
'use strict';

// node click.js CHROMIUM BROWSER_URI BOLT_URI USER PASSWORD QUERY SCREENSHOT
// Runs a query in Neo4j Browser, clicks the link in its answer, and prints the width and height of the picture that the page
// behind it shows.

const { signIn, run, table, launched } = require('./neo4j-browser');

const PATIENCE = 60_000;

async function main([program, uri, bolt, user, password, query, screenshot]) {
  await launched(program, async (page) => {
    await page.goto(uri);
    await signIn(page, bolt, user, password);
    await run(page, query);
    await table(page);
    const link = page.locator('[data-testid="frame"]').first().locator('table tbody a').first();
    const [shown] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
    shown.setDefaultTimeout(PATIENCE);
    await shown.waitForLoadState();
    await shown.screenshot({ path: screenshot });
    const picture = shown.locator('img').first();
    // No script may run in that page, our own included: its title has the size, as Chromium writes it.
    await picture.waitFor();
    const size = /\((\d+)\s*[×x]\s*(\d+)\)/.exec(await shown.title());
    process.stdout.write(size ? `${size[1]} x ${size[2]}\n` : `no size in '${await shown.title()}'\n`);
  });
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
