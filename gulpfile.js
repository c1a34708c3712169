const { rm } = require('node:fs/promises');
const { dest, parallel, src } = require('gulp');

const clean = () => rm('dist', { recursive: true, force: true });

const icons = () => src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));

const codexAndSchemas = () => src('nodes/**/*.json').pipe(dest('dist/nodes'));

exports.clean = clean;
exports.default = parallel(icons, codexAndSchemas);
