import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { kapsoEndpoint } from './endpoint';
import { customerOf, known } from './lookup';
import { numberedPage } from './paging';
import { read } from './read';
import { linkJson, linkLifetimeMs, newToken, statusOfLink, type SetupLink } from './setupLinks';
import { invalid } from './refusal';

const path = '/customers/:customer/setup_links';
const url = z.url({ protocol: /^https?$/ });

/** @see https://docs.kapso.ai/docs/platform/setup-links/create-and-configure */
const createSchema = z.object({
	setup_link: z
		.object({
			success_redirect_url: url,
			failure_redirect_url: url,
			allowed_connection_types: z.array(z.enum(['coexistence', 'dedicated'])).min(1),
			meta_billing_mode: z.enum(['customer_managed', 'partner_managed']),
			language: z.enum(['en', 'es', 'pt', 'hi', 'id', 'ar']),
			provision_phone_number: z.boolean(),
			phone_number_country_isos: z.array(z.string().regex(/^[A-Z]{2}$/)),
			phone_number_area_code: z.string(),
			theme_config: z.record(z.string(), z.string()),
			reconnect_phone_number: z.string(),
		})
		.partial()
		.default({}),
});

/** A new link revokes the one before. */
export const createSetupLink = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path,
	status: 201,
	handle(call) {
		const { simulator, kapso, body } = call;
		const customerId = customerOf(call).id;
		const options = read(createSchema, body).setup_link;
		for (const link of kapso.setupLinks) {
			if (link.customerId === customerId && statusOfLink(link) === 'active') link.revoked = true;
		}
		const at = Date.now();
		const link: SetupLink = {
			id: randomUUID(),
			customerId,
			token: newToken(),
			options,
			revoked: false,
			createdAt: at,
			expiresAt: at + linkLifetimeMs,
		};
		kapso.setupLinks.push(link);
		return { data: linkJson(simulator, link) };
	},
});

/** The newest first. */
export const listSetupLinks = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path,
	handle(call) {
		const { id } = customerOf(call);
		const links = call.kapso.setupLinks.filter(({ customerId }) => customerId === id).reverse();
		const page = numberedPage(links, call.query);
		return { ...page, data: page.data.map((link) => linkJson(call.simulator, link)) };
	},
});

const updateSchema = z.object({ setup_link: z.object({ status: z.literal('revoked') }) });

/** A link can only be revoked. */
export const updateSetupLink = kapsoEndpoint({
	method: 'PATCH',
	api: 'platform',
	path: `${path}/:id`,
	handle(call) {
		const customer = customerOf(call);
		const link = known(
			call.kapso.setupLinks.find(
				({ id, customerId }) => id === call.params.id && customerId === customer.id,
			),
			'Setup link',
		);
		read(updateSchema, call.body);
		if (statusOfLink(link) !== 'active') throw invalid('Setup link is not active');
		link.revoked = true;
		return { data: linkJson(call.simulator, link) };
	},
});
