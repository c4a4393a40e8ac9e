const { dest, parallel, src } = require('gulp');

// n8n resolves `file:` icons relative to the compiled node and credential.
const nodeIcons = () =>
	src('icons/*.svg')
		.pipe(dest('dist/nodes/WhatsAppBusiness'))
		.pipe(dest('dist/nodes/WhatsAppBusinessTrigger'));
const sharedIcons = () => src('icons/*.svg').pipe(dest('dist/icons'));

exports.icons = parallel(nodeIcons, sharedIcons);
