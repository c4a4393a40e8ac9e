// Runs n8n's community package scanner on folders instead of on a published package, and writes what it
// reports as JSON: node scanner.mjs <folder with the scanner> <unpacked package> <checkout>
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [scannerFolder, packageFolder, checkout] = process.argv.slice(2);
const entry = join(scannerFolder, 'node_modules/@n8n/scan-community-package/scanner/scanner.mjs');
const { analyzePackage, SOURCE_FILE_PATTERNS } = await import(pathToFileURL(entry).href);

// As the scanner does: first the source, then the build.
const results = [
	await analyzePackage(checkout, SOURCE_FILE_PATTERNS),
	await analyzePackage(packageFolder, ['**/*.js', 'package.json']),
];
console.log(JSON.stringify(results));
