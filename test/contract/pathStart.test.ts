import type { PathStart } from '../../nodes/graphApi/types';
import { business } from '../../simulator/business';
import { caseList } from '../cases/caseList';
import { sentRequests } from '../support/sentRequests';

const knownIds: Record<string, PathStart> = {
	...Object.fromEntries(business.phoneNumbers.map(({ id }) => [id, 'phoneNumber' as const])),
	[business.waba.id]: 'waba',
	'102290129340399': 'waba',
	[business.app.id]: 'app',
	[business.portfolio.id]: 'business',
	[business.catalog.id]: 'catalog',
};

// The IDs of everything else look alike, and each resource has those of one kind.
const ownIds: Record<string, PathStart> = {
	flow: 'flow',
	group: 'group',
	media: 'media',
	message: 'message',
	phoneNumber: 'messageHistory',
	template: 'template',
	templateGroup: 'templateGroup',
};

function expectedStart(resource: string, path: string): PathStart | undefined {
	if (resource === 'rawApi') return 'typed';
	const [, first = ''] = path.split('/');
	if (!/\d/.test(first)) return 'fixed';
	return knownIds[first] ?? ownIds[resource];
}

describe('What a path begins with', () => {
	const calling = caseList.filter(({ cases }) => cases.length > 0);

	it.each(calling)(
		'is said by every request of $operation.resource: $operation.operation',
		({ operation, cases }) => {
			const endpoints = cases.flatMap((requestCase) => sentRequests(operation, requestCase));
			const said = endpoints.map(({ path, on }) => [path, on]);
			const expected = endpoints.map(({ path }) => [path, expectedStart(operation.resource, path)]);
			expect(said).toEqual(expected);
		},
	);
});
