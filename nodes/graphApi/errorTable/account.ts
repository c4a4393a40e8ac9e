import type { ErrorGroup } from './meaning';

const onboardAgain =
	'Disconnect the number from the Cloud API, connect it again, and start the synchronization within 24 hours.';
const oldOwnership = 'Contact Meta at business.facebook.com/direct-support.';

// WhatsApp Business Account, phone number migration and synchronization
export const account: ErrorGroup = {
	131057: {
		what: 'Meta is doing maintenance on the WhatsApp account, for example to raise its sending speed.',
		todo: 'Wait a few minutes, then run the workflow again.',
		httpStatus: 500,
		retryable: true,
	},
	2388001: {
		what: 'The phone number cannot be moved: its ownership is not confirmed, or its two-step verification is still on.',
		todo: 'Turn off two-step verification for the number in WhatsApp Manager, Phone Numbers, and verify the number. Then try again.',
	},
	2388012: {
		what: 'The phone number is already in this WhatsApp account.',
		todo: 'Use the number as it is, or choose another one.',
	},
	2388091: {
		what: 'The phone number cannot get a verification code this way because it is not being moved.',
		todo: 'Add the number in WhatsApp Manager, Phone Numbers, and verify and register it there.',
	},
	2388093: {
		what: 'The phone number cannot be verified this way because it is not being moved.',
		todo: 'Add the number in WhatsApp Manager, Phone Numbers, and verify and register it there.',
	},
	2388103: {
		what: 'The phone number cannot be moved to this WhatsApp account.',
		todo: "Fix the problem that Meta's details name. Both accounts must be approved and belong to the same business, and the new one needs a payment method and webhooks.",
		generic: true,
	},
	2494100: {
		what: 'Meta is doing maintenance on the phone number.',
		todo: 'Wait a few minutes, then try again.',
	},
	2593079: {
		what: 'The WhatsApp account is already marked for a move to another solution.',
		todo: oldOwnership,
	},
	2593085: {
		what: 'The ownership of the WhatsApp account cannot be transferred.',
		todo: oldOwnership,
	},
	2593107: {
		what: 'The contacts or the message history of this phone number have already been synchronized.',
		todo: onboardAgain,
		httpStatus: 400,
	},
	2593108: {
		what: 'The 24 hours in which contacts and message history can be synchronized are over.',
		todo: onboardAgain,
		httpStatus: 400,
	},
};
