import type { NotOfferedError } from '../nodes/graphApi/errors/notOfferedError';
import { resources } from '../nodes/WhatsAppBusiness/operationList';
import { hostContracts, offersOf } from '../test/support/hostContracts';
import type { Offer } from '../test/support/hostContracts';

/** What works with which host, from what each refuses of the request cases, and why. */
export function hostTable(): string {
	const hosts = hostContracts.map((contract) => ({ ...contract, offers: offersOf(contract) }));
	const reasons: string[] = [];
	const numberOf = (refusal: NotOfferedError) => {
		const reason = `${refusal.message} ${refusal.facts.todo}`;
		if (!reasons.includes(reason)) reasons.push(reason);
		return reasons.indexOf(reason) + 1;
	};
	const cell = ({ isOffered, refusals }: Offer) => {
		const numbers = [...new Set(refusals.map(numberOf))].map((number) => `[${number}]`).join(' ');
		if (refusals.length === 0) return 'yes';
		return `${isOffered ? 'partly' : '**no**'} ${numbers}`;
	};
	const rows = resources.flatMap(({ resource, displayName, operations }) =>
		operations.map((operation, index) => {
			const name = `${resource}.${operation.operation}`;
			const cells = hosts.map(({ offers }) => cell(offers.get(name) ?? nothing));
			return [index === 0 ? `**${displayName}**` : '', operation.displayName, ...cells];
		}),
	);
	const header = ['Resource', 'Operation', ...hosts.map(({ name }) => name.replace(/^the /, ''))];
	return [
		tableRow(header),
		tableRow(header.map(() => '---')),
		...rows.map(tableRow),
		'',
		...reasons.map((reason, index) => `${index + 1}. ${reason}`),
	].join('\n');
}

const nothing: Offer = { isOffered: true, refusals: [] };

function tableRow(cells: readonly string[]): string {
	return `| ${cells.join(' | ')} |`;
}
