/** The hosts besides Meta's that the simulator can play, as the setting `hosts` names them. */
export const hosts = {
	kapso: { title: 'Kapso', path: '/kapso' },
	'360dialog': { title: '360dialog', path: '/360dialog' },
	onPremises: { title: 'On-Premises API', path: '/onpremises' },
} as const;

export type HostName = keyof typeof hosts;

export const hostNames = Object.keys(hosts) as HostName[];
