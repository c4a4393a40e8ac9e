const { dest, parallel, src } = require('gulp');

const icons = () => src('icons/*.svg').pipe(dest('dist/icons'));

// Beside each node: what n8n finds it by (*.node.json), and what its operations put out (__schema__).
const nodeData = () =>
	src(['nodes/*/*.node.json', 'nodes/*/__schema__/**/*.json'], { base: 'nodes' }).pipe(
		dest('dist/nodes'),
	);

exports.assets = parallel(icons, nodeData);
