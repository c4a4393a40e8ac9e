/** A status of Meta's, and what it means for sending. */
interface Status {
	name: string;
	meaning: string;
}

/** By Meta's value. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview#template-status */
export const templateStatuses: Readonly<Record<string, Status>> = {
	APPROVED: { name: 'Approved', meaning: 'It can be sent.' },
	ARCHIVED: {
		name: 'Archived',
		meaning:
			"It cannot be sent, and is deleted 28 days after it was archived. 'Template: Unarchive' restores it.",
	},
	DELETED: { name: 'Deleted', meaning: 'It can no longer be sent.' },
	DISABLED: {
		name: 'Disabled',
		meaning: 'Meta has disabled it permanently because of negative feedback. Create another one.',
	},
	FLAGGED: {
		name: 'Flagged',
		meaning: 'It can be sent, but it gets negative feedback and Meta may disable it soon.',
	},
	IN_APPEAL: { name: 'In Appeal', meaning: 'Meta is reviewing its decision.' },
	LIMIT_EXCEEDED: {
		name: 'Limit Exceeded',
		meaning: 'The account has reached its maximum number of templates.',
	},
	LOCKED: { name: 'Locked', meaning: 'It cannot be changed at the moment.' },
	PAUSED: {
		name: 'Paused',
		meaning: 'Meta has paused it for some hours because of negative feedback.',
	},
	PENDING: { name: 'Pending', meaning: 'Meta is reviewing it. This takes up to 24 hours.' },
	PENDING_DELETION: { name: 'Pending Deletion', meaning: 'It is being deleted.' },
	REINSTATED: { name: 'Reinstated', meaning: 'It is no longer flagged and can be sent.' },
	REJECTED: { name: 'Rejected', meaning: 'Change it to have it reviewed again.' },
	UNARCHIVED: { name: 'Unarchived', meaning: 'It has the status it had before it was archived.' },
};

const sendable = ['APPROVED', 'FLAGGED', 'REINSTATED'];

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_status_update */
const rejectionReasons: Readonly<Record<string, string>> = {
	ABUSIVE_CONTENT: 'its content violates a WhatsApp policy',
	INCORRECT_CATEGORY: 'its content does not match its category',
	INVALID_FORMAT: 'its format is invalid, for example a variable or a link',
	PROMOTIONAL: 'its content violates a WhatsApp policy',
	SCAM: 'Meta considers its content fraudulent',
	TAG_CONTENT_MISMATCH: 'its content does not match its language or category',
};

/** A status in plain words. */
export interface StatusInWords {
	summary: string;
	canBeSent: boolean;
}

/**
 * Describes a status in plain words.
 * @param status Meta's value, e.g. "REJECTED"; an unknown value is returned as it is.
 * @param rejectedReason Meta's value, e.g. "SCAM"; "NONE" means there is no reason.
 */
export function statusInWords(status: string | null, rejectedReason: string | null): StatusInWords {
	if (status === null) return { summary: 'Meta gave no status.', canBeSent: false };
	const known = templateStatuses[status];
	const reason =
		status === 'REJECTED' && rejectedReason && rejectedReason !== 'NONE'
			? (rejectionReasons[rejectedReason] ?? rejectedReason)
			: undefined;
	return {
		summary: known
			? `${known.name}${reason === undefined ? '' : ` because ${reason}`}. ${known.meaning}`
			: status,
		canBeSent: sendable.includes(status),
	};
}
