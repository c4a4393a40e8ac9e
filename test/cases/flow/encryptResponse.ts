import type { ComputedCase, RejectedCase } from '../requestCase';

// The bytes 0 to 15, and 160 to 175. The outputs come from another AES-GCM implementation.
const aesKey = 'AAECAwQFBgcICQoLDA0ODw==';
const initialVector = 'oKGio6SlpqeoqaqrrK2urw==';

export const computed: ComputedCase[] = [
	{
		name: 'smallest',
		parameters: { response: '{ "data": { "status": "active" } }', aesKey, initialVector },
		output: {
			encrypted_response: 'FusEzBdzvQC+45OrlNKuLz5JY7ITAEKuw/x2vQfdtCN50KTnDUi/t1juMWA=',
		},
	},
	{
		name: 'fullest',
		parameters: {
			response: { screen: 'APPOINTMENT', data: { city: 'Köln', slots: [1, 2] } },
			aesKey: ` ${aesKey}\n`,
			initialVector,
		},
		output: {
			encrypted_response:
				'FusTzhF3+lTn+8KepfaUFVInDJY+IAn0hLpqtMZejzG1aFmvkjrYgZBhqJZTW+nIfGZbB4JgbnUsdkZszmAkb/wZ4EA791dHMDnH1cJw',
		},
	},
];

const parameters = { response: '{ "data": {} }', aesKey, initialVector };

export const rejected: RejectedCase[] = [
	{
		name: 'a missing response',
		parameters: { ...parameters, response: '' },
		message: /'Response' is empty/,
	},
	{
		name: 'a response that is not JSON',
		parameters: { ...parameters, response: '{ data }' },
		message: /'Response' is not valid JSON/,
	},
	{
		name: 'a missing key',
		parameters: { ...parameters, aesKey: '' },
		message: /'AES Key' is empty/,
	},
	{
		name: 'a key of 32 bytes',
		parameters: { ...parameters, aesKey: Buffer.alloc(32).toString('base64') },
		message: /'AES Key' is not 16 bytes/,
	},
	{
		name: 'a vector in hex',
		parameters: { ...parameters, initialVector: 'a0a1a2a3a4a5a6a7a8a9aaabacadaeaf' },
		message: /'Initial Vector' is not 16 bytes/,
	},
	{
		name: 'a missing vector',
		parameters: { ...parameters, initialVector: '' },
		message: /'Initial Vector' is empty/,
	},
];
