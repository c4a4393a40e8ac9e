const { writeFile } = require('node:fs/promises');
const { join } = require('node:path');

const { dest, parallel, src } = require('gulp');

const icons = () => src('icons/*.svg').pipe(dest('dist/icons'));

// Beside each node: what n8n finds it by (*.node.json), and what its operations put out (__schema__).
const nodeData = () =>
	src(['nodes/*/*.node.json', 'nodes/*/__schema__/**/*.json'], { base: 'nodes' }).pipe(
		dest('dist/nodes'),
	);

// n8n loads every node when it starts. With what is derived from the operations, it need not load them.
const derivedDescription = async () => {
	const folder = join(__dirname, 'dist/nodes/WhatsAppBusiness');
	const derived = require(join(folder, 'derivedDescription.js'));
	await writeFile(
		join(folder, 'derivedDescription.json'),
		JSON.stringify(derived.derivedDescription),
	);
};

exports.assets = parallel(icons, nodeData, derivedDescription);
