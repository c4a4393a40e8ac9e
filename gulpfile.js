const { dest, src } = require('gulp');

exports.icons = () => src('icons/*.svg').pipe(dest('dist/icons'));
