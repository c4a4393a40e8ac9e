import { isUserId } from '../../../nodes/shared/userId';

describe('isUserId', () => {
	it.each(['US.13491208655302741918', 'GB.ENT.1349', 'DE.aB9', `BR.${'9'.repeat(128)}`])(
		'accepts %s',
		(text) => expect(isUserId(text)).toBe(true),
	);

	it.each(['us.1349', 'USA.1349', 'US.', 'US.ENT.', 'US.13-49', `BR.${'9'.repeat(129)}`, '1349'])(
		'rejects %s',
		(text) => expect(isUserId(text)).toBe(false),
	);
});
