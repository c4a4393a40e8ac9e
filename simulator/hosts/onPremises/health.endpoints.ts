import { Content, onPremisesEndpoint, type OnPremisesCall } from './endpoint';
import { meta } from './errors';

/** One status, or that of each node if the server has several. */
export const getHealth = onPremisesEndpoint({
	method: 'GET',
	path: '/health',
	access: 'user',
	handle: ({ server: { shards }, number }) => {
		const gateway_status = number.registered ? 'connected' : 'unregistered';
		if (shards === 1) return { health: { gateway_status } };
		const nodes = Array.from({ length: shards }, (_, index) => [
			`wacore${index + 1}:6250`,
			{ gateway_status, role: index === 0 ? 'primary_master' : 'coreapp' },
		]);
		return { health: Object.fromEntries(nodes) as Record<string, unknown> };
	},
});

type Figures = Record<string, number>;

function appFigures({ simulator: { state }, number }: OnPremisesCall): Figures {
	const sent = state.accepted.filter(({ phoneNumberId }) => phoneNumberId === number.id);
	const received = state.received.filter(({ phoneNumberId }) => phoneNumberId === number.id);
	return {
		outgoing_messages: sent.length,
		incoming_messages: received.length,
		contacts: state.allCustomers().length,
	};
}

function databaseFigures({ simulator: { state } }: OnPremisesCall): Figures {
	return { messages: state.messages.size, media: state.media.size, groups: state.groups.length };
}

export const getAppStats = onPremisesEndpoint({
	method: 'GET',
	path: '/stats/app',
	handle: (call) => figures(call, 'app', appFigures(call)),
});

export const getDatabaseStats = onPremisesEndpoint({
	method: 'GET',
	path: '/stats/db',
	handle: (call) => figures(call, 'db', databaseFigures(call)),
});

export const getMetrics = onPremisesEndpoint({
	method: 'GET',
	path: '/metrics',
	handle: (call) => figures(call, 'metrics', { ...appFigures(call), ...databaseFigures(call) }),
});

/** As JSON, or as text for Prometheus. Which figures there are, is not documented. */
function figures(
	{ query }: OnPremisesCall,
	name: string,
	values: Figures,
): Record<string, unknown> | Content {
	if (query.get('format') !== 'prometheus') return { stats: { [name]: values } };
	const lines = Object.entries(values).flatMap(([key, value]) => [
		`# TYPE whatsapp_${key} gauge`,
		`whatsapp_${key} ${value}`,
	]);
	return new Content('text/plain; version=0.0.4', `${lines.join('\n')}\n`);
}

export const getSupportInfo = onPremisesEndpoint({
	method: 'GET',
	path: '/support',
	handle: ({ server: { shards, application }, number }) => ({
		support: {
			debug_info: {
				version: meta.version,
				phone_number: number.digits,
				shards,
				webhook: application.webhooks.url !== '',
			},
		},
	}),
});
