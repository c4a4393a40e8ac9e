import { byId, kapsoIds, platformCall, rejectedIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const kapsoFlow = byId(kapsoIds.flow);
const call = platformCall('POST', `/whatsapp/flows/${kapsoIds.flow}/data_endpoint`);
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
	...rejectedIds('kapsoFlow', 'Flow', '594425479261596'),
	{ name: 'no code', parameters: { kapsoFlow }, message: /^'Code' is empty$/ },
	{
		name: 'spaces instead of code',
		parameters: { kapsoFlow, functionCode: ' \n' },
		message: /^'Code' is empty$/,
	},
];
