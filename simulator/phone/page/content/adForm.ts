import type { Actions } from '../actions.js';
import { field, form, openSheet, submitButton } from '../sheet.js';

/** Asks what a customer writes after they tapped an ad, and sends it. */
export function openAdForm(actions: Actions): void {
	openSheet('Write from an ad', (sheet) => [
		form(
			(values) => {
				const text = (name: string) => String(values.get(name) ?? '').trim();
				sheet.close();
				void actions.write({
					type: 'text',
					text: text('text'),
					referral: {
						source_url: 'https://fb.me/simulated-ad',
						source_id: '120226305854810726',
						source_type: 'ad',
						headline: text('headline'),
						body: text('headline'),
						ctwa_clid: 'simulated-click',
					},
				});
			},
			field(
				'Ad',
				{ name: 'headline', required: true, value: 'Plants from €1' },
				'If the business replies within 24 hours, its messages are free for up to 7 days.',
			),
			field('Message', { name: 'text', required: true, value: 'Hello! Can I get more info?' }),
			submitButton('Send'),
		),
	]);
}
