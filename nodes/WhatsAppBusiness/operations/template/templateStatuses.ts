/** What a status of Meta's says, and what it means for sending. */
interface Status {
	name: string;
	meaning: string;
}

/** By Meta's value. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview#template-status */
export const templateStatuses: Readonly<Record<string, Status>> = {
	APPROVED: { name: 'Approved', meaning: 'It can be sent.' },
	ARCHIVED: {
		name: 'Archived',
		meaning: 'It was not used for long. Unarchive it in WhatsApp Manager before it is deleted.',
	},
	DELETED: { name: 'Deleted', meaning: 'It can no longer be sent.' },
	DISABLED: {
		name: 'Disabled',
		meaning: 'Meta has turned it off for good because people reacted badly. Create another one.',
	},
	FLAGGED: {
		name: 'Flagged',
		meaning: 'It can be sent, but people react badly and Meta may turn it off soon.',
	},
	IN_APPEAL: { name: 'In Appeal', meaning: 'Meta looks again at its decision.' },
	LIMIT_EXCEEDED: {
		name: 'Limit Exceeded',
		meaning: 'The account has as many templates as it may have.',
	},
	LOCKED: { name: 'Locked', meaning: 'It cannot be changed at present.' },
	PAUSED: {
		name: 'Paused',
		meaning: 'Meta has stopped it for some hours because people reacted badly.',
	},
	PENDING: { name: 'Pending', meaning: 'Meta is reviewing it. This takes up to 24 hours.' },
	PENDING_DELETION: { name: 'Pending Deletion', meaning: 'It is being deleted.' },
	REINSTATED: { name: 'Reinstated', meaning: 'It is no longer flagged and can be sent.' },
	REJECTED: { name: 'Rejected', meaning: 'Change it and it is reviewed again.' },
	UNARCHIVED: { name: 'Unarchived', meaning: 'It has the status it had before it was archived.' },
};

const sendable = ['APPROVED', 'FLAGGED', 'REINSTATED'];

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_status_update */
const rejectionReasons: Readonly<Record<string, string>> = {
	ABUSIVE_CONTENT: 'its content is against a policy of WhatsApp',
	INCORRECT_CATEGORY: 'its content does not match its category',
	INVALID_FORMAT: 'its form is wrong, for example a variable or a link',
	PROMOTIONAL: 'its content is against a policy of WhatsApp',
	SCAM: 'Meta takes its content for a fraud',
	TAG_CONTENT_MISMATCH: 'its content does not match its language or category',
};

/** A status in plain words. */
export interface StatusInWords {
	summary: string;
	canBeSent: boolean;
}

/**
 * Says in plain words what a status means.
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
