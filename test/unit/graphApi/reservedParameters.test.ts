import fc from 'fast-check';
import {
	refuseOverrides,
	refuseSecretsInBody,
	ReservedParameterError,
} from '../../../nodes/graphApi/reservedParameters';
import { safeQuery } from '../../../nodes/graphApi/safePath';
import { secretNames } from '../../support/reservedParameters';

describe('parameters that the credential or the operation decides', () => {
	it('are refused in every spelling that PHP reads as the token', () => {
		const spelling = fc
			.tuple(
				fc.constantFrom('', ' ', '  '),
				fc.constantFrom('access', 'ACCESS', 'Access'),
				fc.constantFrom('_', ' ', '.', '['),
				fc.constantFrom('token', 'TOKEN'),
				fc.constantFrom('', '[]', '[0]', '[a][b]', ' '),
			)
			.map((parts) => parts.join(''));
		fc.assert(
			fc.property(spelling, (name) => {
				expect(() => safeQuery({ [name]: 'x' })).toThrow(ReservedParameterError);
				expect(() => refuseSecretsInBody({ [name]: 'x' })).toThrow(ReservedParameterError);
			}),
		);
	});

	it.each(secretNames)('say what to do about %j, without its value', (name) => {
		const refused = () => refuseSecretsInBody({ a: [{ [name]: 'EAASECRET' }] });
		expect(refused).toThrow(
			/^The body sets '\w+'\. Remove it: the credential provides the token\.$/,
		);
	});

	it('leave names that only look alike', () => {
		const body = {
			input_token: 'x',
			token: 'x',
			access: 'x',
			verify_token: 'x',
			tokens: ['access_token'],
		};
		expect(() => refuseSecretsInBody(body)).not.toThrow();
	});

	it('are found in a body of any depth', () => {
		let body: object = { access_token: 'x' };
		for (let depth = 0; depth < 100_000; depth++) body = { a: body };
		expect(() => refuseSecretsInBody(body)).toThrow(ReservedParameterError);
	});

	it.each([
		['GET', { method: 'delete' }],
		['GET', { METHOD: ' Post ' }],
		['GET', { _method: 'PUT' }],
		['GET', { 'method[]': 'delete' }],
		['POST', { http_method: 'DELETE' }],
		['POST', { method: ['delete'] }],
		['DELETE', { 'X-HTTP-Method-Override': 'get' }],
	])('refuse to make a %s with %j another call', (method, parameters) => {
		const refused = () => refuseOverrides(parameters, method, 'The query');
		expect(refused).toThrow(/^The query sets the method to [A-Z]+\. Remove it and use Raw API: /);
	});

	it('refuse other calls within a call', () => {
		expect(() => refuseOverrides({ batch: '[]' }, 'POST', 'The body')).toThrow(
			"The body sets 'batch', which holds other calls. Remove it and make each call with its own item.",
		);
	});

	it.each([
		['GET', { method: 'get', fields: 'method' }],
		['POST', { method: 'sms', code_method: 'DELETE', a: { method: 'DELETE' } }],
	])('leave what changes nothing: %s with %j', (method, parameters) => {
		expect(() => refuseOverrides(parameters, method, 'The query')).not.toThrow();
	});
});
