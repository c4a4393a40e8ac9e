import type { SimulatorContext } from '../context';
import { timestamp } from '../webhooks/payload';
import type { Template } from './template';

const fraud = /\b(lottery|card number|you have won)\b/i;
const abuse = /\b(gambling|casino|narcotics)\b/i;
const promotion = /\b(sale|discount|promo(tion)?|\d+ ?% off)\b/i;

/** Result of a review. */
export interface Verdict {
	status: Template['status'];
	/** Meta's value, e.g. `SCAM`. */
	reason?: string;
}

/** The simulated review of a template's texts. */
function verdictOf(template: Template): Verdict {
	const text = JSON.stringify(template.components);
	if (fraud.test(text)) return { status: 'REJECTED', reason: 'SCAM' };
	if (abuse.test(text)) return { status: 'REJECTED', reason: 'ABUSIVE_CONTENT' };
	return { status: 'APPROVED' };
}

/** Whether a utility template reads like marketing. */
export function isPromotional({ category, components }: Template): boolean {
	return category === 'UTILITY' && promotion.test(JSON.stringify(components));
}

/** Submits a template for review. The result follows after the delay from the settings. */
export function submitForReview(simulator: SimulatorContext, template: Template): void {
	template.status = 'PENDING';
	template.rejected_reason = undefined;
	const delay = simulator.settings.templateReviewMs;
	if (delay === null) return;
	simulator.webhooks.later(delay, () => {
		const isPending = simulator.state.templates.includes(template) && template.status === 'PENDING';
		if (isPending) setTemplateStatus(simulator, template, verdictOf(template));
	});
}

/**
 * Sets the status of a template and sends its webhook.
 *
 * @param event what the webhook calls the change
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_status_update
 */
export function setTemplateStatus(
	simulator: SimulatorContext,
	template: Template,
	{ status, reason }: Verdict,
	event: string = status,
): void {
	const rejected = status === 'REJECTED';
	template.status = status;
	template.rejected_reason = rejected ? (reason ?? 'INVALID_FORMAT') : undefined;
	const { pausedAt } = simulator.state.templateHistory;
	if (status === 'PAUSED') pausedAt.set(template.id, Date.now());
	else pausedAt.delete(template.id);
	simulator.webhooks.emit({
		field: 'message_template_status_update',
		value: {
			event,
			message_template_id: Number(template.id),
			message_template_name: template.name,
			message_template_language: template.language,
			reason: template.rejected_reason ?? 'NONE',
			message_template_category: template.category,
			...(status === 'PAUSED' && {
				other_info: {
					title: 'FIRST_PAUSE',
					description:
						'Your WhatsApp message template has been paused for 3 hours because it had issues.',
				},
			}),
			...(status === 'DISABLED' && {
				disable_info: { disable_date: timestamp(Date.now()) },
			}),
			...(template.rejected_reason === 'INVALID_FORMAT' && {
				rejection_info: {
					reason: 'WhatsApp does not support the format of this template.',
					recommendation: 'Check variables and links, then submit the template again.',
				},
			}),
		},
	});
}
