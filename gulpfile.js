const { writeFile } = require('node:fs/promises');
const { join } = require('node:path');

const { dest, parallel, src } = require('gulp');

const icons = () => src('icons/*.svg').pipe(dest('dist/icons'));

// Beside each node: what n8n finds it by (*.node.json), and what its operations put out (__schema__).
const nodeData = () =>
	src(['nodes/*/*.node.json', 'nodes/*/__schema__/**/*.json'], { base: 'nodes' }).pipe(
		dest('dist/nodes'),
	);

// n8n loads every node and credential type when it starts. With these files, it need not load what they are derived from.
const derivedDescriptions = async () => {
	const folders = ['credentials', 'nodes/WhatsAppBusiness', 'nodes/WhatsAppBusinessTrigger'];
	for (const folder of folders) {
		const path = join(__dirname, 'dist', folder, 'derivedDescription');
		const { derivedDescription } = require(path);
		await writeFile(`${path}.json`, JSON.stringify(derivedDescription));
	}
};

exports.assets = parallel(icons, nodeData, derivedDescriptions);
