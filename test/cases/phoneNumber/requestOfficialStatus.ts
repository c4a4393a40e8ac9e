import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;
const otherNumber = { senderPhoneNumberId: { __rl: true, mode: 'id', value: other.id } };

const required = {
	websiteUrl: 'https://www.luckyshrub.com',
	country: 'United States of America',
};
const links = [
	'https://www.retailreview.com/gardening/2025/lucky-shrub',
	'https://www.faster-company.com/2025/online-nursies-are-making-green-waves',
	'https://www.succulentscene.com/2025/new-online-retailers',
	'https://www.pricklypages.com/2025/succullents/where-to-buy',
	'https://www.spinyliving.com/2025/latest-news',
];

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: required,
		request: {
			method: 'POST',
			path: `/${number.id}/official_business_account`,
			body: {
				business_website_url: 'https://www.luckyshrub.com',
				primary_country_of_operation: 'United States of America',
			},
		},
	},
	{
		name: 'fullest',
		parameters: {
			...required,
			options: {
				information: 'We are also featured in Planet Succulent and Prickly Digest',
				parentBrand: 'Lucky Shrub LLC',
				primaryLanguage: 'English',
				supportingLinks: links.join(', '),
				...otherNumber,
			},
		},
		request: {
			method: 'POST',
			path: `/${other.id}/official_business_account`,
			body: {
				additional_supporting_information:
					'We are also featured in Planet Succulent and Prickly Digest',
				business_website_url: 'https://www.luckyshrub.com',
				parent_business_or_brand: 'Lucky Shrub LLC',
				primary_country_of_operation: 'United States of America',
				primary_language: 'English',
				supporting_links: links,
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'no website',
		parameters: { ...required, websiteUrl: '' },
		message: /'Website' is empty/,
	},
	{
		name: 'a website without https',
		parameters: { ...required, websiteUrl: 'www.luckyshrub.com' },
		message: /'Website' is not a valid URL/,
	},
	{
		name: 'no country',
		parameters: { ...required, country: '' },
		message: /'Country of Operation' is empty/,
	},
	{
		name: 'four links',
		parameters: { ...required, options: { supportingLinks: links.slice(0, 4).join() } },
		message: /'Supporting Links' has 4 entries/,
	},
	{
		name: 'eleven links',
		parameters: {
			...required,
			options: { supportingLinks: [...links, ...links, 'https://example.com'].join() },
		},
		message: /'Supporting Links' has 11 entries/,
	},
	{
		name: 'a link that is none',
		parameters: { ...required, options: { supportingLinks: [...links.slice(1), 'news'].join() } },
		message: /'Supporting Links' contains an invalid URL/,
	},
	{
		name: 'information that is too long',
		parameters: { ...required, options: { information: 'x'.repeat(1001) } },
		message: /'Additional Information' has 1001 characters/,
	},
	{
		name: 'a brand that is too long',
		parameters: { ...required, options: { parentBrand: 'x'.repeat(256) } },
		message: /'Parent Business or Brand' has 256 characters/,
	},
];
