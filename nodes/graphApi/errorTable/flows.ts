import type { ErrorGroup } from './meaning';

// Flow management
export const flows: ErrorGroup = {
	139000: {
		what: 'Meta does not let this WhatsApp account create or publish Flows.',
		todo: 'Contact Meta at business.facebook.com/direct-support.',
	},
	139001: {
		what: 'The Flow cannot be updated: it is published already, or its JSON could not be processed.',
		todo: 'Clone a published Flow and change the copy. For a draft, check the JSON and try again.',
		generic: true,
	},
	139002: {
		what: 'The Flow cannot be published as it is.',
		todo: "Add what Meta's details name, such as an endpoint, a public key, a phone number or a connected app. WhatsApp Manager, Flows marks it, too.",
		generic: true,
	},
	139003: {
		what: 'The Flow cannot be deprecated: it is not published, or it is deprecated already.',
		todo: 'Delete a draft instead. A Flow that is deprecated already needs nothing.',
	},
	139004: {
		what: 'A published Flow cannot be deleted.',
		todo: 'Deprecate the Flow instead.',
	},
	139006: {
		what: 'The Flow was not used often enough to give metrics.',
		todo: 'Choose a longer period, or try again when more people have used the Flow.',
	},
};
