import { caseList } from '../cases/caseList';
import { buildRequest, parametersFor, requestJson } from '../support/buildRequest';
import metaMessageExamples from './metaMessageExamples.json';

const examples: Record<string, unknown> = metaMessageExamples;

describe.each(caseList)(
	'$operation.resource: $operation.operation',
	({ operation, cases, computed = [], rejected }) => {
		it('has its smallest and its fullest input recorded, and one that is refused', () => {
			const names = [...cases, ...computed].map(({ name }) => name);
			expect(names).toEqual(expect.arrayContaining(['smallest', 'fullest']));
			expect(rejected).not.toEqual([]);
		});

		for (const { name, parameters, binary, request, example } of cases) {
			it(name, () => {
				const built = requestJson(buildRequest(operation, parameters, binary));
				expect(built).toEqual(request);
				if (example) expect(keyPaths(built.body)).toEqual(keyPaths(examples[example]));
			});
		}

		for (const { name, parameters, output } of computed) {
			it(name, () => {
				expect(operation.compute?.(parametersFor(operation, parameters))).toEqual(output);
			});
		}

		for (const { name, parameters, binary, message } of rejected) {
			it(`refuses: ${name}`, () => {
				const read = () =>
					operation.compute
						? operation.compute(parametersFor(operation, parameters, binary))
						: buildRequest(operation, parameters, binary);
				expect(read).toThrow(message);
			});
		}
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
