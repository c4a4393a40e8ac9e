import { caseList } from '../cases/caseList';
import { buildRequest, requestJson } from '../support/buildRequest';
import metaMessageExamples from './metaMessageExamples.json';

const examples: Record<string, unknown> = metaMessageExamples;

describe.each(caseList)(
	'$operation.resource: $operation.operation',
	({ operation, cases, rejected }) => {
		it('has its smallest and its fullest request recorded, and an input that is refused', () => {
			expect(cases.map(({ name }) => name)).toEqual(
				expect.arrayContaining(['smallest', 'fullest']),
			);
			expect(rejected).not.toEqual([]);
		});

		it.each(cases)('$name', ({ parameters, binary, request, example }) => {
			const built = requestJson(buildRequest(operation, parameters, binary));
			expect(built).toEqual(request);
			if (example) expect(keyPaths(built.body)).toEqual(keyPaths(examples[example]));
		});

		it.each(rejected)('refuses: $name', ({ parameters, binary, message }) => {
			expect(() => buildRequest(operation, parameters, binary)).toThrow(message);
		});
	},
);

it('reproduces every request example of Meta once', () => {
	const reproduced = caseList.flatMap(({ cases }) => cases.flatMap(({ example }) => example ?? []));
	expect(reproduced.sort()).toEqual(Object.keys(examples).sort());
});

// Every key with the place it stands at, e.g. `template.components.0.type`.
function keyPaths(value: unknown, place = ''): string[] {
	if (typeof value !== 'object' || value === null) return [place];
	return Object.entries(value)
		.flatMap(([key, entry]) => keyPaths(entry, place === '' ? key : `${place}.${key}`))
		.sort();
}
