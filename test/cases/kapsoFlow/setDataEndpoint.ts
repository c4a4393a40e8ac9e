import { byId, kapsoIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const kapsoFlow = byId(kapsoIds.flow);
const call = {
	method: 'POST',
	base: 'platform',
	path: `/whatsapp/flows/${kapsoIds.flow}/data_endpoint`,
} as const;
const short = 'async function handler() { return new Response("Hi"); }';
const long = `async function handler(request, env) {
	const { data_exchange } = await request.json();
	if (data_exchange === undefined) return Response.json({ value: NaN });
	return Response.json({ version: '3.0', screen: 'NEXT', data: {} });
}
`;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { kapsoFlow, functionCode: short },
		request: { ...call, body: { code: short } },
	},
	{
		name: 'fullest',
		parameters: { kapsoFlow, functionCode: long },
		request: { ...call, body: { code: long } },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no Flow', parameters: {}, message: /^'Flow' is empty$/ },
	{
		name: "Meta's ID of a Flow",
		parameters: { kapsoFlow: byId('594425479261596') },
		message: /^'Flow' is not an ID of Kapso$/,
	},
	{ name: 'no code', parameters: { kapsoFlow }, message: /^'Code' is empty$/ },
	{
		name: 'spaces instead of code',
		parameters: { kapsoFlow, functionCode: ' \n' },
		message: /^'Code' is empty$/,
	},
];
