import type { ErrorGroup } from './meaning';

const checkBilling =
	'Open Billing and Payments in Meta Business Settings. Check that a valid payment method is attached to the WhatsApp account, no bill is overdue, and time zone and currency are set.';

// "Other errors" of Meta's reference that concern sending and receiving, and blocked users
export const messages: ErrorGroup = {
	2046: {
		what: 'The order cannot change from its status to this one.',
		todo: 'Send a status that can follow: a completed or canceled order keeps its status, and no order becomes pending again.',
	},
	2047: {
		what: 'The order cannot be canceled, because it is paid or a payment is under way.',
		todo: 'Refund the payment with your payment provider, and send another status, such as completed.',
	},
	130403: {
		what: 'Your business has blocked this person, so it cannot send them messages.',
		todo: 'Unblock the person first if you want to message them. Until then, sending again fails.',
	},
	130472: {
		what: 'Meta did not deliver the marketing message because this person is part of one of its experiments.',
		todo: 'Do not send the template again. Wait until the person writes to you, or reach them through another channel.',
		httpStatus: 400,
	},
	131021: {
		what: 'The recipient is the same number as the sender.',
		todo: 'Use another recipient.',
		httpStatus: 400,
	},
	131026: {
		what: 'The message cannot be delivered: the number may not be on WhatsApp, or the app there is outdated or its terms are not accepted.',
		todo: 'Check the number, with its country code. If it is correct, ask the person through another channel to update WhatsApp, accept its terms and write to you first.',
		httpStatus: 400,
	},
	131030: {
		what: 'You send from a test number, and the recipient is not on its list of allowed numbers.',
		todo: 'Open WhatsApp, API Setup in the Meta app dashboard and add the recipient under To. Or send from a number that you added yourself.',
		httpStatus: 400,
	},
	131037: {
		what: 'The phone number you send from has no approved display name.',
		todo: 'Open WhatsApp Manager, Phone Numbers, pick the number and edit its display name. You can send once Meta has approved it.',
		httpStatus: 400,
	},
	131042: {
		what: 'Meta did not send the message because of a problem with the payment of the WhatsApp account.',
		todo: checkBilling,
		httpStatus: 400,
	},
	131043: {
		what: 'The message expired before it could be delivered.',
		todo: 'Send it again if it is still relevant.',
	},
	131044: {
		what: 'Meta blocked the call because the WhatsApp account has no valid payment method.',
		todo: checkBilling,
		httpStatus: 400,
	},
	131045: {
		what: 'The phone number you send from is not registered properly.',
		todo: "Register the phone number with 'Phone Number: Register' and its six-digit PIN, then send again.",
		httpStatus: 500,
	},
	131035: {
		what: 'Your webhook did not take an incoming message within the hour for which Meta keeps messages of this number, so it is lost.',
		todo: 'Make sure that n8n can always be reached, or turn off No Storage for the number.',
	},
	131036: {
		what: 'The message did not reach all devices of the recipient within the hour for which Meta keeps messages of this number.',
		todo: 'Send the message again, or turn off No Storage for the number.',
	},
	131047: {
		what: 'More than 24 hours have passed since this person last wrote to you.',
		todo: "Send an approved template instead, or let 'If the Window Is Closed' send one. When the person replies, you can send any message for another 24 hours.",
		httpStatus: 400,
	},
	131049: {
		what: 'Meta did not deliver the message, to limit how many marketing messages this person gets.',
		todo: 'Wait at least 24 hours before you try this person again, and send them fewer marketing templates. Meta refuses it if you send it again at once.',
		httpStatus: 400,
	},
	131050: {
		what: 'This person has asked WhatsApp not to deliver marketing messages from your business.',
		todo: 'Remove the person from your marketing list. Do not send the message again.',
		httpStatus: 400,
	},
	131051: {
		what: 'WhatsApp does not support this type of message.',
		todo: 'Choose another message type in the node. If the message came in, ask the person to send it in another form.',
		httpStatus: 400,
	},
	131052: {
		what: 'Meta could not download the file that this person sent.',
		todo: 'Ask the person to send the file again, or through another channel.',
		httpStatus: 400,
	},
	131053: {
		what: 'Meta could not process the media file of the message.',
		todo: 'Check that the format and the size of the file are allowed and that its type matches its content. If you gave a URL, it must load without signing in; otherwise upload the file from n8n.',
		httpStatus: 400,
		generic: true,
	},
	131055: {
		what: 'This action is not allowed here: the Marketing Messages API accepts only marketing templates, and a number that uses SIP cannot take calls through the API.',
		todo: "Remove the option 'Marketing Messages API'. For calls, use SIP or turn it off for the number.",
		httpStatus: 400,
	},
	131060: {
		what: 'WhatsApp could not forward this incoming message, which happens with numbers that are also used in the WhatsApp Business app.',
		todo: 'Look at the message in the WhatsApp Business app, or ask the person to send it again.',
	},
	131062: {
		what: 'This message cannot go to a business-scoped user ID, only to a phone number.',
		todo: "Use the phone number of the person as recipient. If you do not have it, ask for it with a template that has the button 'Request Contact Info'.",
	},
	134011: {
		what: 'The terms of WhatsApp Payments have not been accepted for this WhatsApp account.',
		todo: "Open the link in Meta's details, accept the terms, and send the message again.",
		httpStatus: 400,
		generic: true,
	},
	137000: {
		what: 'WhatsApp did not deliver the message, because the number may belong to another person now: the identity of the recipient has changed.',
		todo: "Check through another channel who uses the number. Then send the message again without 'Recipient Identity Key Hash', and keep the new hash from its status.",
	},
	139200: {
		what: 'Meta has blocked Direct Send for this WhatsApp account.',
		todo: 'Send an approved template instead. Meta says why in WhatsApp Manager and by email.',
	},
	139100: {
		what: 'Some or all of the people could not be blocked or unblocked.',
		todo: 'The list of failed users in the response shows each reason. Only people who wrote to you in the last 24 hours can be blocked.',
	},
	139101: {
		what: 'The list of blocked people is full.',
		todo: 'Unblock people you no longer need to block, then try again.',
	},
	139102: {
		what: 'The list of blocked people changed while it was being read.',
		todo: 'Read the list again from its beginning.',
	},
	139103: {
		what: 'Meta had a problem while blocking or unblocking.',
		todo: 'Run the node again.',
	},
};
