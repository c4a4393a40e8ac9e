import type { Actions } from '../actions.js';
import { el } from '../dom.js';
import { field, form, openSheet, submitButton } from '../sheet.js';

/** Asks what a customer wrote yesterday, and delivers it only now. */
export function openLateForm(actions: Actions): void {
	openSheet('Write yesterday', (sheet) => [
		el(
			'p',
			{},
			'The message is 25 hours old and arrives only now, as after an outage. Its 24-hour window is over, for the simulator and for the nodes: this shows what a workflow does when the window is closed. It needs a customer who has not written since.',
		),
		form(
			(values) => {
				sheet.close();
				const text = String(values.get('text') ?? '').trim();
				void actions.write({ type: 'text', text, hoursAgo: 25 });
			},
			field('Message', { name: 'text', required: true, value: 'Is somebody there?' }),
			submitButton('Send'),
		),
	]);
}
