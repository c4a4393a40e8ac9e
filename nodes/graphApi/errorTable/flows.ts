import type { ErrorGroup } from './meaning';

// Flow management
export const flows: ErrorGroup = {
	139000: {
		what: 'Meta does not let this WhatsApp account create or publish Flows.',
		todo: 'Verify the business in Meta Business Settings under Security Center. If it is verified, contact Meta at business.facebook.com/direct-support.',
	},
	139001: {
		what: 'The Flow cannot be updated: it is already published, or its JSON could not be processed.',
		todo: 'Clone a published Flow and change the copy. For a draft, check the JSON and try again.',
		generic: true,
	},
	139002: {
		what: 'The Flow cannot be published in its current state.',
		todo: "Add what Meta's details name, such as an endpoint, a public key, a phone number or a connected app. WhatsApp Manager, Flows also shows it.",
		generic: true,
	},
	139003: {
		what: 'The Flow cannot be deprecated: it is not published, or it is already deprecated.',
		todo: 'If it is a draft, delete it instead. If it is already deprecated, do nothing.',
	},
	139004: {
		what: 'A published Flow cannot be deleted.',
		todo: 'Deprecate the Flow instead.',
	},
	139006: {
		what: 'The Flow was not used often enough for metrics.',
		todo: 'Choose a longer period, or try again when more people have used the Flow.',
	},
};
