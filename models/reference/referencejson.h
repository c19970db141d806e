// Reference data as the local database keeps it: JSON of our own, independent of the wire.
#pragma once

#include "api/types/masterdata.h"
#include "api/types/qualification.h"

#include <QByteArray>
#include <QJsonObject>

namespace models::referencejson {

QJsonObject toJson(const api::Country &country);
QJsonObject toJson(const api::Language &language);
QJsonObject toJson(const api::StudyCategory &category);
QJsonObject toJson(const api::Vertical &vertical);
QJsonObject toJson(const api::Qualification &qualification);

void fromJson(const QJsonObject &json, api::Country &country);
void fromJson(const QJsonObject &json, api::Language &language);
void fromJson(const QJsonObject &json, api::StudyCategory &category);
void fromJson(const QJsonObject &json, api::Vertical &vertical);
void fromJson(const QJsonObject &json, api::Qualification &qualification);

template <class T>
QByteArray listToJson(const QList<T> &list);

/// Empty when the text isn't what listToJson wrote.
template <class T>
QList<T> listFromJson(const QByteArray &text);

} // namespace models::referencejson
