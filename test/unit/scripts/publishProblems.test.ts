import { publishProblems } from '../../../scripts/publish/problems';

const release = { tag: 'v1.2.3', repository: 'owner/example' };
const ready = {
	version: '1.2.3',
	homepage: 'https://example.com',
	author: { email: 'team@example.com' },
	repository: { type: 'git', url: 'git+https://github.com/owner/example.git' },
};

describe('publishProblems', () => {
	it('finds none in a package that is ready', () => {
		expect(publishProblems(ready, release)).toEqual([]);
	});

	it.each([
		[{ version: '1.2.4' }, /The tag is 'v1\.2\.3', but the version in package\.json is 1\.2\.4/],
		[{ repository: undefined }, /Set "repository"/],
		[
			{ repository: { ...ready.repository, url: 'https://github.com/other/example' } },
			/"repository"/,
		],
		[{ homepage: undefined }, /Set "homepage"/],
		[{ author: undefined }, /Set "author\.email"/],
		[{ author: { email: 'maintainers@example.invalid' } }, /Set "author\.email"/],
	])('says what to do about %j', (change, problem) => {
		expect(publishProblems({ ...ready, ...change }, release)).toEqual([
			expect.stringMatching(problem),
		]);
	});
});
