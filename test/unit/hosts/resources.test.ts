import { resources } from '../../../nodes/WhatsAppBusiness/operationList';
import { caseList } from '../../cases/caseList';
import { isOfKapso } from '../../cases/requestCase';
import { hostContracts, offersOf } from '../../support/hostContracts';

const hosts = hostContracts.map((contract) => ({ ...contract, offers: offersOf(contract) }));

/** What the description of a resource says at its end if there are hosts that offer none of its operations. */
function note(names: readonly string[]): string | undefined {
	if (names.length === 0) return undefined;
	if (names.length === hosts.length) return 'Only with Meta.';
	const last = names.at(-1);
	const listed = names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${last}` : last;
	return `Not available with ${listed}.`;
}

/** Whether all calls of a resource are Kapso's own. */
function isKapsos(resource: string): boolean {
	const cases = caseList.filter(({ operation }) => operation.resource === resource);
	const requests = cases.flatMap((listed) => listed.cases.map(({ request }) => request));
	return requests.length > 0 && requests.every(isOfKapso);
}

describe('The description of a resource', () => {
	it.each(resources)(
		'$displayName says with which hosts it is not available at all',
		({ resource, description, operations }) => {
			const without = hosts.filter(({ offers }) =>
				operations.every(({ operation }) => !offers.get(`${resource}.${operation}`)?.isOffered),
			);
			if (isKapsos(resource)) {
				expect(description).toMatch(/ Only with Kapso\.$/);
				return;
			}
			const said = /(?:Not available|Only) with .*$/.exec(description)?.[0];
			expect(said).toBe(note(without.map(({ name }) => name)));
		},
	);

	it.each(resources)('$displayName fits on the two lines that n8n shows', ({ description }) => {
		expect(description.length).toBeLessThanOrEqual(110);
	});
});
