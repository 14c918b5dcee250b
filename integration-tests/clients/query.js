// SPDX-FileCopyrightText: The PandaGraph Authors
// SPDX-License-Identifier: GPL-3.0-only
'use strict';

// node query.js BOLT_URI USER PASSWORD QUERIES_FILE
// Runs each query of the file (a JSON array of {query, parameters}) with Neo4j's JavaScript driver and prints
// its rows, each an array of values, as one line of JSON.

const fs = require('fs');
const neo4j = require('neo4j-driver');

async function main([uri, user, password, file]) {
  const queries = JSON.parse(fs.readFileSync(file, 'utf8'));
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  try {
    for (const { query, parameters } of queries) {
      const { records } = await driver.executeQuery(query, parameters || {});
      process.stdout.write(JSON.stringify(records.map((record) => [...record.values()])) + '\n');
    }
  } finally {
    await driver.close();
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
