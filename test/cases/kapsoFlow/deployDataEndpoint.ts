import { byId, kapsoIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const kapsoFlow = byId(kapsoIds.flow);

export const cases: RequestCase[] = ['smallest', 'fullest'].map((name) => ({
	name,
	parameters: { kapsoFlow },
	request: {
		method: 'POST',
		base: 'platform',
		path: `/whatsapp/flows/${kapsoIds.flow}/data_endpoint/deploy`,
	},
}));

export const rejected: RejectedCase[] = [
	{ name: 'no Flow', parameters: {}, message: /^'Flow' is empty$/ },
	{
		name: "Meta's ID of a Flow",
		parameters: { kapsoFlow: byId('594425479261596') },
		message: /^'Flow' is not an ID of Kapso$/,
	},
];
