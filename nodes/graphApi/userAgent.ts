import { name, version } from '../../package.json';

/** Sent with every call: Meta's media host refuses clients that don't say who they are. */
export const userAgent = `${name}/${version}`;
