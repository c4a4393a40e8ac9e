import fc from 'fast-check';

import { ReservedParameterError } from '../../../nodes/graphApi/reservedParameters';
import { safePath, safeQuery, UnsafePathError } from '../../../nodes/graphApi/safePath';

describe('safePath', () => {
	it.each([
		['me', '/me'],
		['/me', '/me'],
		['/1/messages/', '/1/messages'],
		[' /1/messages ', '/1/messages'],
		['/1//messages', '/1/messages'],
		['/a%20b', '/a%20b'],
		['/Y2FwaV9ncm91cDox:=', '/Y2FwaV9ncm91cDox:='],
		['/1/..hidden', '/1/..hidden'],
	])('converts %j to %j', (path, expected) => {
		expect(safePath(path)).toBe(expected);
	});

	it.each([
		['https://evil.example/me', /full URL/],
		['HTTPS://evil.example/me', /full URL/],
		[' https://evil.example', /full URL/],
		['https%3A%2F%2Fevil.example', /full URL/],
		['//evil.example/me', /two slashes/],
		[' //evil.example', /two slashes/],
		['%2F%2Fevil.example', /two slashes/],
		['/1/../2', /'\.' or '\.\.'/],
		['..', /'\.' or '\.\.'/],
		['/1/%2e%2e/2', /'\.' or '\.\.'/],
		['/1/%2E%2e%2f2', /'\.' or '\.\.'/],
		['/1/%252e%252e/2', /'\.' or '\.\.'/],
		['/1/.%2e/2', /'\.' or '\.\.'/],
		['/1/./2', /'\.' or '\.\.'/],
		['/1\\..\\2', /backslash/],
		['/1%5c..', /backslash/],
		['/1\r\nx-evil: 1', /control character/],
		['/1%0d%0a', /control character/],
		['/1\u0000', /control character/],
		['/me?access_token=x', /'\?' or '#'/],
		['/me#x', /'\?' or '#'/],
		['/100%', /not followed by two hexadecimal digits/],
		[`/${'%25'.repeat(1)}${'25'.repeat(12)}2e`, /encoded too many times/],
	])('rejects %j', (path, message) => {
		expect(() => safePath(path)).toThrow(UnsafePathError);
		expect(() => safePath(path)).toThrow(message);
	});

	it('keeps every path on the host and below the version, or rejects it', () => {
		const part = fc.constantFrom(
			...['/', '//', '.', '..', '%', '%2e', '%2f', '%5c', '%25', '2e', '\\', ':', '@', '?', '#'],
			...[' ', '\n', '\u0000', 'a', 'https:', 'evil.example'],
		);
		const written = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));
		fc.assert(
			fc.property(written, (given) => {
				let safe: string;
				try {
					safe = safePath(given);
				} catch (error) {
					if (error instanceof UnsafePathError) return;
					throw error;
				}
				const url = new URL(`https://graph.example/v26.0${safe}`);
				expect([url.origin, url.search, url.hash]).toEqual(['https://graph.example', '', '']);
				// A path that goes up has fewer segments.
				expect(url.pathname.split('/')).toHaveLength(`/v26.0${safe}`.split('/').length);
				expect(url.pathname).toMatch(/^\/v26\.0\//);
			}),
			{ numRuns: 1000 },
		);
	});
});

describe('safeQuery', () => {
	it('omits query parameters without a value', () => {
		expect(safeQuery({ fields: 'id,name', limit: 5, after: undefined }).toString()).toBe(
			'fields=id%2Cname&limit=5',
		);
	});

	it.each(['access_token', 'ACCESS_TOKEN', 'access%5Ftoken', ' access_token', 'appsecret_proof'])(
		'rejects the query parameter %j',
		(name) => {
			expect(() => safeQuery({ [name]: 'x' })).toThrow(ReservedParameterError);
		},
	);
});
