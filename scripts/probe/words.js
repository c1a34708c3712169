const { LEAD_FIELDS } = require('./facts').built('nodes/SevenTargets/lead/fields.js');

/** Words of reasons for a refusal, and names of fields in answers. None is a common name of a person: no "will", "may", "mark". */
const WORDS = `
a access account action add added allow allowed already already-exists an and another any are as assigned assistant assistants at auth authentication
authorization authorized bad be been belong body but by cannot change changed client code company conflict contact could create created customer
data deactivated deleted denied description detail details does duplicate email empty enabled error error_description errorcode errormessage errors
exist exists expired false field fields first flow for forbidden format found from has have header id ids in insufficient_scope internal
invalid invalid_scope is it last lead leads login mail mandatory many match message method missing msg must name needed no not null of on once one only
or organisation organization passed path permission permitted please present provide reason record registered rejected request requests required
result schedule scope sequence server slow source sources state status statuscode step success such support supported taken text that the there this
time timestamp title to token too trace true type unauthorized unauthorized_client unknown unprocessable unsubscribed unsupported_grant_type
update updated used user user_password_auth userid username valid value values was with wrong you your 7targets assistantname leadid
phoneno externalid
`;

/** The words of 7Targets that a report may show, in lower case. */
const KEPT_WORDS = new Set(WORDS.trim().split(/\s+/));
for (const { keys } of LEAD_FIELDS) for (const key of keys) KEPT_WORDS.add(key.toLowerCase());

module.exports = { KEPT_WORDS };
