import { asTextOrNumber } from '../../../graphApi/coerce';
import { RequestError } from '../../../graphApi/errors/requestError';
import { path } from '../../../graphApi/path';
import { fine, unknown, wrong } from '../check';
import type { Check } from '../check';
import { obstacles, readHealth } from './sending';

/** Meta's health status has this error if messages to customers cannot be paid for. */
const paymentProblem = 141006;

/** https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account */
export const paymentMethod: Check = {
	name: 'Payment Method',
	async run(facts) {
		const id = await facts.wabaId();
		const health = await readHealth(facts, 'waba', id);
		const problem = obstacles(health).find(({ code }) => code === paymentProblem);
		if (problem) {
			return wrong(
				problem.description,
				problem.solution ?? 'Add a payment method to the account in WhatsApp Manager.',
			);
		}
		try {
			const { primary_funding_id } = await facts.read(
				{ path: path`/${id}`, on: 'waba' },
				'primary_funding_id',
			);
			if (asTextOrNumber(primary_funding_id) !== null) return fine('The account has one.');
		} catch (error) {
			// Not every token may see it.
			if (!(error instanceof RequestError)) throw error;
		}
		return unknown('Meta reports no problem, but does not tell whether there is one.');
	},
};
