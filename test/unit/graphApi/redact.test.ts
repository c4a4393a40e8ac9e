import { redact } from '../../../nodes/graphApi/redact';

const secret = "AQB+c/1 x%2'";

describe('redact', () => {
	it.each([
		['as it is', secret],
		['in a path', "AQB%2Bc%2F1%20x%252'"],
		['in a query', 'AQB%2Bc%2F1+x%252%27'],
	])('hides a secret %s', (_where, written) => {
		expect(redact(`?a=${written}&b=1, ${written}`, ['EAA', secret])).toBe(
			'?a=[hidden]&b=1, [hidden]',
		);
	});
});
