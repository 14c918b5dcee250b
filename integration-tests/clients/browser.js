// SPDX-FileCopyrightText: The PandaGraph Authors
// SPDX-License-Identifier: GPL-3.0-only
'use strict';

// node browser.js CHROMIUM BROWSER_URI BOLT_URI USER PASSWORD QUERIES_FILE SCREENSHOT
// Opens Neo4j Browser in headless Chromium, signs in as a person would, runs each query of the file (a JSON array of
// {query, parameters}) in its editor and prints what its table shows, each row an array of texts, as one line of JSON.
// The screenshot is of the last query's frame.

const fs = require('fs');
const { launched, signIn, run, table } = require('./neo4j-browser');

async function main([program, uri, bolt, user, password, file, screenshot]) {
  const queries = JSON.parse(fs.readFileSync(file, 'utf8'));
  await launched(program, async (page) => {
    await page.goto(uri);
    await signIn(page, bolt, user, password);
    for (const { query, parameters } of queries) {
      if (parameters) {
        await run(page, `:params ${JSON.stringify(parameters)}`);
        await page.locator('[data-testid="frame"]').first().locator('pre').first().waitFor();
      }
      await run(page, query);
      process.stdout.write(JSON.stringify(await table(page)) + '\n');
    }
    await page.waitForTimeout(1_000);
    await page.screenshot({ path: screenshot });
  });
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
