import { parseArgs } from 'node:util';
import { business } from './business';
import { hostNames, hosts, type HostName } from './hosts/names';
import { phonePath } from './phone';
import { defaultPort, startSimulator } from './server';

const help = `Simulates Meta's Graph API for WhatsApp on this machine.

Usage: npm run simulator -- [options]

  --port <number>      port to listen on, 0 for any free port (default ${defaultPort})
  --latency <ms>       delay every response (default 0)
  --no-rate-limits     no limits on messages per second or per customer
  --host <names>       also play these hosts: ${hostNames.join(', ')}; a list with commas, can be repeated
  --allow-host <name>  also serve clients that reach the simulator by this host name, can be repeated
  --https <file>       use HTTPS and write the certificate to trust to the file
  --help               show this text

simulator/README.md describes the control interface at /control/….
`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: String(defaultPort) },
			latency: { type: 'string', default: '0' },
			'no-rate-limits': { type: 'boolean', default: false },
			host: { type: 'string', multiple: true, default: [] },
			'allow-host': { type: 'string', multiple: true, default: [] },
			https: { type: 'string' },
			help: { type: 'boolean', short: 'h', default: false },
		},
	});
	if (values.help) {
		process.stdout.write(help);
		return;
	}
	const simulator = await startSimulator({
		port: numberOf('port', values.port, 65_535),
		certificateFile: values.https,
		allowedHosts: values['allow-host'],
		settings: {
			hosts: hostsOf(values.host),
			latencyMs: numberOf('latency', values.latency, 600_000),
			...(values['no-rate-limits'] && { messagesPerSecond: null, pairLimit: null }),
		},
	});
	const stop = () => void simulator.stop().then(() => process.exit(0));
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
	process.stdout.write(
		[
			`Simulator     ${simulator.url}`,
			`Phone         ${simulator.url}${phonePath}`,
			`Control       ${simulator.url}/control/messages`,
			`Access token  ${business.accessToken}`,
			`Phone number  ${business.phoneNumbers.map(({ id }) => id).join(', ')}`,
			`WABA          ${business.waba.id}`,
			`App           ${business.app.id}, secret ${business.app.secret}`,
			...simulator.settings.hosts.map(
				(name) => `${hosts[name].title.padEnd(13)} ${simulator.url}${hosts[name].path}`,
			),
			'Stop with Ctrl-C.',
			'',
		].join('\n'),
	);
}

function hostsOf(values: string[]): HostName[] {
	return values
		.flatMap((value) => value.split(','))
		.map((value) => {
			const name = hostNames.find((candidate) => candidate === value.trim());
			if (name) return name;
			throw new Error(`--host must be one of ${hostNames.join(', ')}, not "${value}".`);
		});
}

function numberOf(name: string, text: string, maximum: number): number {
	const value = Number(text);
	if (text.trim() === '' || !Number.isInteger(value) || value < 0 || value > maximum) {
		throw new Error(`--${name} must be a whole number from 0 to ${maximum}, not "${text}".`);
	}
	return value;
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exit(1);
});
