import { asText } from '../../../graphApi/coerce';
import { fine, unknown, wrong } from '../check';
import type { Check } from '../check';

export const qualityRating: Check = {
	name: 'Quality Rating',
	async run({ number }) {
		const rating = asText((await number()).quality_rating);
		if (rating === 'GREEN' || rating === 'YELLOW') return fine(rating);
		if (rating !== 'RED')
			return unknown(`Meta has not rated the number yet (${rating ?? 'none'}).`);
		return wrong(
			rating,
			'Recipients block or report the messages. Write only to people who agreed to it, and less often.',
		);
	},
};
