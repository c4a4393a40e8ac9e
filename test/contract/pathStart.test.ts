import type { Endpoint, PathStart } from '../../nodes/graphApi/types';
import type { OperationRequest } from '../../nodes/WhatsAppBusiness/operation';
import { prepareItem } from '../../nodes/WhatsAppBusiness/run/runOperation';
import { business } from '../../simulator/business';
import { caseList } from '../cases/caseList';
import { account, buildRequest, parametersFor } from '../support/buildRequest';

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

/** Everything that is sent for an item. */
function endpointsOf(request: OperationRequest): Endpoint[] {
	const { fallback, following = [] } = request;
	const others = following.flatMap((message) => [
		...endpointsOf(message.request),
		...(message.pause?.typing ? [message.pause.typing] : []),
	]);
	return [request, ...(fallback ? [fallback] : []), ...others];
}

describe('What a path begins with', () => {
	const calling = caseList.filter(({ cases }) => cases.length > 0);

	it.each(calling)(
		'is said by every request of $operation.resource: $operation.operation',
		({ operation, cases }) => {
			const endpoints = cases.flatMap(({ parameters, binary }) => {
				const values = parametersFor(operation, parameters, binary);
				const { request, substitute } = prepareItem(operation, values, account);
				return [buildRequest(operation, parameters, binary), request, substitute?.request].flatMap(
					(sent) => (sent ? endpointsOf(sent) : []),
				);
			});
			const said = endpoints.map(({ path, on }) => [path, on]);
			const expected = endpoints.map(({ path }) => [path, expectedStart(operation.resource, path)]);
			expect(said).toEqual(expected);
		},
	);
});
