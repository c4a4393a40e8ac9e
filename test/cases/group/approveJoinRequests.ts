import { joinRequestCases, rejectedJoinRequests } from '../../support/joinRequests';

export const cases = joinRequestCases('POST');
export const rejected = rejectedJoinRequests;
