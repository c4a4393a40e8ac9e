import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;
const otherNumber = { senderPhoneNumberId: { __rl: true, mode: 'id', value: other.id } };
const path = `/${number.id}/conversational_automation`;
const iceBreakers = (...texts: string[]) => ({ iceBreaker: texts.map((text) => ({ text })) });
const commands = (entries: Record<string, string>) => ({
	command: Object.entries(entries).map(([name, hint]) => ({ name, hint })),
});

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: {},
		request: {
			method: 'POST',
			path,
			body: { prompts: [], commands: [] },
		},
	},
	{
		name: 'fullest',
		parameters: {
			iceBreakers: iceBreakers('Plan a trip', 'Book a flight', 'Find a hotel', 'Rent a car'),
			commands: commands({ '/tickets': 'Book flight tickets', hotel_2: 'Book a hotel' }),
			options: otherNumber,
		},
		request: {
			method: 'POST',
			path: `/${other.id}/conversational_automation`,
			body: {
				prompts: ['Plan a trip', 'Book a flight', 'Find a hotel', 'Rent a car'],
				commands: [
					{ command_name: 'tickets', command_description: 'Book flight tickets' },
					{ command_name: 'hotel_2', command_description: 'Book a hotel' },
				],
			},
		},
	},
	{
		name: 'ice breakers alone',
		parameters: {
			iceBreakers: iceBreakers('How can I help you today?', 'What product are you interested in?'),
		},
		request: {
			method: 'POST',
			path,
			body: {
				prompts: ['How can I help you today?', 'What product are you interested in?'],
				commands: [],
			},
		},
	},
	{
		name: 'a welcome message, which saved workflows may have',
		parameters: { enableWelcomeMessage: true },
		request: { method: 'POST', path, body: { prompts: [], commands: [] } },
	},
	{
		name: 'signs that are no emojis, and commands of any script',
		parameters: {
			iceBreakers: iceBreakers('Lucky Shrub™ offers', '© and ®'),
			commands: commands({ réserver: 'Réserver', 'book-room': 'Book', ' /बुक': 'बुक करें' }),
		},
		request: {
			method: 'POST',
			path,
			body: {
				prompts: ['Lucky Shrub™ offers', '© and ®'],
				commands: [
					{ command_name: 'réserver', command_description: 'Réserver' },
					{ command_name: 'book-room', command_description: 'Book' },
					{ command_name: 'बुक', command_description: 'बुक करें' },
				],
			},
		},
	},
	{
		name: 'commands alone',
		parameters: {
			commands: commands({
				help: 'Get help with your order',
				status: 'Check your order status',
				support: 'Contact customer support',
			}),
		},
		request: {
			method: 'POST',
			path,
			body: {
				prompts: [],
				commands: [
					{ command_name: 'help', command_description: 'Get help with your order' },
					{ command_name: 'status', command_description: 'Check your order status' },
					{ command_name: 'support', command_description: 'Contact customer support' },
				],
			},
		},
	},
	{
		name: 'everything at once',
		parameters: {
			iceBreakers: iceBreakers(
				'Welcome! How can I assist you?',
				'Are you looking for product information?',
				'Do you need help with an existing order?',
			),
			commands: commands({
				catalog: 'View our product catalog',
				hours: 'Check our business hours',
				location: 'Find our store locations',
			}),
		},
		request: {
			method: 'POST',
			path,
			body: {
				prompts: [
					'Welcome! How can I assist you?',
					'Are you looking for product information?',
					'Do you need help with an existing order?',
				],
				commands: [
					{ command_name: 'catalog', command_description: 'View our product catalog' },
					{ command_name: 'hours', command_description: 'Check our business hours' },
					{ command_name: 'location', command_description: 'Find our store locations' },
				],
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'five ice breakers',
		parameters: { iceBreakers: iceBreakers('a', 'b', 'c', 'd', 'e') },
		message: /'Ice Breakers' has 5 entries/,
	},
	{
		name: 'an ice breaker that is too long',
		parameters: { iceBreakers: iceBreakers('Hello', 'x'.repeat(81)) },
		message: /'Ice Breakers 2 → Text' has 81 characters/,
	},
	{
		name: 'an emoji',
		parameters: { iceBreakers: iceBreakers('Hello 🌵') },
		message: /'Ice Breakers 1 → Text' contains an emoji/,
	},
	{
		name: 'the same ice breaker twice',
		parameters: { iceBreakers: iceBreakers('Hello', 'Hello') },
		message: /'Ice Breakers 2 → Text' is the same as in an earlier entry/,
	},
	{
		name: '31 commands',
		parameters: {
			commands: commands(
				Object.fromEntries(Array.from({ length: 31 }, (_, index) => [`c${index}`, 'x'])),
			),
		},
		message: /'Commands' has 31 entries/,
	},
	{
		name: 'a slash alone',
		parameters: { commands: commands({ '/': 'Look it up' }) },
		message: /'Commands 1 → Name' has the wrong format/,
	},
	{
		name: 'a command with an emoji',
		parameters: { commands: commands({ 'order📦': 'Look it up' }) },
		message: /'Commands 1 → Name' contains an emoji/,
	},
	{
		name: 'a heart, whose emoji is made of a sign',
		parameters: { iceBreakers: iceBreakers('We ❤️ plants') },
		message: /'Ice Breakers 1 → Text' contains an emoji/,
	},
	{
		name: 'a command that is too long',
		parameters: { commands: commands({ ['x'.repeat(33)]: 'Look it up' }) },
		message: /'Commands 1 → Name' has 33 characters/,
	},
	{
		name: 'a command without a hint',
		parameters: { commands: commands({ help: '' }) },
		message: /'Commands 1 → Hint' is empty/,
	},
	{
		name: 'a hint that is too long',
		parameters: { commands: commands({ help: 'x'.repeat(257) }) },
		message: /'Commands 1 → Hint' has 257 characters/,
	},
	{
		name: 'the same command twice',
		parameters: { commands: commands({ help: 'Help', '/help': 'Help' }) },
		message: /'Commands 2 → Name' is the same as in an earlier entry/,
	},
];
